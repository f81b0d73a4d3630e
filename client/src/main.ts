import "./ui/styles/index.css";
import "./ui/theme.ts";
import urql from "@urql/vue";
import { createApp } from "vue";
import App from "./App.vue";
import { createGraphqlClient } from "./graphql/client.ts";
import { i18n } from "./i18n/i18n.ts";
import { router } from "./router.ts";

createApp(App).use(i18n).use(urql, createGraphqlClient()).use(router).mount("#app");
