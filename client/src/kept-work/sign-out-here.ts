import { tellWindows } from "../sync/device-channel.ts";
import { shutDevice } from "../sync/device-database.ts";
import { clearDevice } from "../sync/device-work.ts";

/** After the session has ended: its boards leave this device, and every window of it begins anew. */
export async function signOutHere(mine: ReadonlySet<string>): Promise<void> {
  // Where the device keeps nothing there is nothing to take away.
  await clearDevice(mine).catch(() => {});
  shutDevice();
  tellWindows({ type: "signedOut" });
}
