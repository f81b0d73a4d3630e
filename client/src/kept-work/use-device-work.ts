import { computed, onScopeDispose, shallowReadonly, shallowRef } from "vue";
import { hearWindows } from "../sync/device-channel.ts";
import { type DeviceWork, workOnDevice } from "../sync/device-work.ts";

/** What exists on this device alone, of the participants in question, kept up to date whichever window changes it. */
export function useDeviceWork(isMeant: (work: DeviceWork) => boolean) {
  const works = shallowRef<readonly DeviceWork[]>([]);
  const refresh = async () => {
    works.value = (await workOnDevice()).filter(isMeant);
  };
  onScopeDispose(hearWindows(() => void refresh()));
  return {
    works: shallowReadonly(works),
    changes: computed(() => new Set(works.value.flatMap(({ items }) => items)).size),
    refresh,
  };
}
