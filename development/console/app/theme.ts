import { useEffect } from 'react';
import { useUserPreference } from '../sdk/useUserPreference';

/** The dark theme, as PatternFly switches it: by a class of the root element. */
export const useDarkTheme = (): [dark: boolean, toggle: () => void] => {
  const [dark, setDark] = useUserPreference('dark-theme', false);
  useEffect(() => {
    document.documentElement.classList.toggle('pf-v6-theme-dark', dark);
  }, [dark]);
  return [dark, () => setDark(!dark)];
};
