import { createRouter, createWebHistory } from "vue-router";

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: "/", name: "start", component: () => import("./start/StartPage.vue") },
    { path: "/join/:code", name: "join", component: () => import("./invites/JoinPage.vue"), props: true },
    { path: "/my-data", name: "own-data", component: () => import("./own-data/OwnDataPage.vue") },
    { path: "/sign-in", name: "sign-in", component: () => import("./sessions/SignInPage.vue") },
    { path: "/set-up", name: "set-up", component: () => import("./accounts/SetUpPage.vue") },
    { path: "/moderate", name: "moderate", component: () => import("./accounts/ModeratePage.vue") },
    {
      path: "/confirm-email",
      name: "confirm-email",
      component: () => import("./accounts/ConfirmEmailPage.vue"),
    },
    { path: "/account", name: "account", component: () => import("./accounts/AccountPage.vue") },
    {
      path: "/projects/:id",
      name: "project",
      component: () => import("./projects/ProjectPage.vue"),
      props: true,
    },
    {
      path: "/projects/:id/developer",
      name: "developer",
      component: () => import("./integrations/DeveloperPage.vue"),
      props: true,
    },
    { path: "/library", name: "library", component: () => import("./standards/LibraryPage.vue") },
    {
      path: "/library/:id",
      name: "framework",
      component: () => import("./standards/FrameworkPage.vue"),
      props: true,
    },
    { path: "/boards/:id", name: "board", component: () => import("./boards/BoardPage.vue"), props: true },
    { path: "/:path(.*)*", name: "not-found", component: () => import("./start/NotFoundPage.vue") },
  ],
  scrollBehavior: (to, _from, saved) => {
    if (saved) return saved;
    // Not every fragment is a place on the page: a sign-in link carries its token there.
    const place = to.hash && document.getElementById(to.hash.slice(1));
    return place ? { el: place, top: 16 } : { top: 0 };
  },
});
