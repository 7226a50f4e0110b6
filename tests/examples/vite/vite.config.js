export default {
  base: "./",
  // The worker finds its files beside itself: pre-bundled for the development server, it would not.
  optimizeDeps: { exclude: ["kernsatz"] },
  build: { modulePreload: { polyfill: false } },
};
