import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { announce, announcement, announcementsMuted } from "./announcer.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  // The next test starts after the pause.
  vi.advanceTimersByTime(10_000);
  vi.useRealTimers();
  announcementsMuted.value = false;
});

test("what happens within three seconds is read together, and never twice", () => {
  announce("Heron joined.");
  vi.advanceTimersByTime(0);
  expect(announcement.value).toBe("Heron joined.");
  announce("A note was added in Strengths.");
  announce("Stork joined.");
  announce("Stork joined.");
  vi.advanceTimersByTime(2_999);
  expect(announcement.value).toBe("Heron joined.");
  vi.advanceTimersByTime(1);
  expect(announcement.value).toBe("A note was added in Strengths. Stork joined.");
});

test("somebody who muted announcements hears none", () => {
  const before = announcement.value;
  announcementsMuted.value = true;
  announce("Egret joined.");
  vi.advanceTimersByTime(5_000);
  expect(announcement.value).toBe(before);
});
