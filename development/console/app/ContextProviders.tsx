import type { ReactNode } from 'react';
import type { Provider } from 'react';
import { isContextProvider, useResolvedExtensions } from '../sdk/extensions';

type Props<T> = { Context: Provider<T>; useValue: () => T; children: ReactNode };

const Provided = <T,>({ Context, useValue, children }: Props<T>) => (
  <Context value={useValue()}>{children}</Context>
);

/** Wraps the page in the contexts that plugins bring; their hooks run once. */
export const ContextProviders = ({ children }: { children: ReactNode }) => {
  const [providers] = useResolvedExtensions(isContextProvider);
  return providers.reduce<ReactNode>(
    (inner, { uid, properties }) => (
      <Provided key={uid} Context={properties.provider} useValue={properties.useValueHook}>
        {inner}
      </Provided>
    ),
    children,
  );
};
