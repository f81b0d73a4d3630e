/** As `CFR-21`, `SDG-11.7` or `OHCHR-social-security-4`: unique over all frameworks. */
const PROVISION_ID = /^[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9._]+)*$/;
const MAX_LENGTH = 64;

/**
 * Whether a value has the form of a provision's id. Asked by form: a declaration does not carry whole frameworks into
 * every bundle, and a provision that only a newer version knows stays in the document. Pickers offer the field's
 * frameworks; what an integrator writes, the server looks up.
 */
export function isProvisionId(value: unknown): value is string {
  return typeof value === "string" && value.length <= MAX_LENGTH && PROVISION_ID.test(value);
}
