import vue from "eslint-plugin-vue";
import typescript from "typescript-eslint";

// oxlint reads the TypeScript; this is for single-file components, whose templates only eslint-plugin-vue understands.
export default [
  { ignores: ["**/dist/**", "**/*.ts", "**/*.js", "**/*.mjs"] },
  ...vue.configs["flat/recommended"],
  {
    files: ["client/src/**/*.vue"],
    languageOptions: { parserOptions: { parser: typescript.parser } },
    rules: {
      // Every word a person reads comes from a message file, in every language.
      "vue/no-bare-strings-in-template": [
        "error",
        // Punctuation, keys as they stand on the keyboard, and the start of an address are the same everywhere.
        {
          allowlist: ["·", "…", "/", "(", ")", ",", ".", ":", "–", "?", "Enter", "D", "https://", "\u200b"],
        },
      ],
      "vue/block-order": ["error", { order: ["script", "template", "style"] }],
      "vue/block-lang": ["error", { script: { lang: "ts" } }],
      "vue/component-api-style": ["error", ["script-setup"]],
      "vue/define-macros-order": "off",
      "vue/no-undef-components": ["error", { ignorePatterns: ["RouterLink", "RouterView"] }],
      "vue/no-unused-refs": "error",
      "vue/no-v-html": "error",
      "vue/no-useless-v-bind": "error",
      "vue/prefer-true-attribute-shorthand": "error",
      "vue/require-explicit-slots": "off",
      "vue/no-template-target-blank": "error",
      // The formatter lays the template out.
      "vue/html-indent": "off",
      "vue/html-self-closing": "off",
      "vue/html-closing-bracket-newline": "off",
      "vue/max-attributes-per-line": "off",
      "vue/singleline-html-element-content-newline": "off",
      "vue/multiline-html-element-content-newline": "off",
      "vue/first-attribute-linebreak": "off",
      // A prop's default is written where it is taken apart.
      "vue/require-default-prop": "off",
      "vue/multi-word-component-names": ["error", { ignores: ["App"] }],
    },
  },
];
