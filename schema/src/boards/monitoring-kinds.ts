/** The kinds of boards on which indicators stand. */
export const MONITORING_KINDS: readonly string[] = ["monitoring_tool", "discrimination_monitoring_tool"];
