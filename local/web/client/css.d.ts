// Style sheets are imported for the bundler's sake only: esbuild gathers them into the page's <style>.
declare module '*.css';
