/** All of PatternFly's style sheets, put together by `development/build.ts`. */
declare module 'patternfly-styles';
