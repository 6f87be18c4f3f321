import { AISearchBar } from '../components/AISearchBar';
import { Embedded } from './Embedded';
import type { AISearchBarProps } from './extensions';

/** `AISearchBar` for another plugin's page; nothing where ours fails. */
export const EmbeddedSearchBar = (props: AISearchBarProps) => (
  <Embedded plain={null}>
    <AISearchBar {...props} />
  </Embedded>
);
