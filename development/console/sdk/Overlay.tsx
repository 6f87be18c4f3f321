import {
  createContext,
  Suspense,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
  type ComponentType,
  type ReactNode,
} from 'react';

type Closing = { closeOverlay: () => void; closeModal: () => void };
type Open = { id: number; render: (closing: Closing) => ReactNode };
type Launch = <P extends object>(component: ComponentType<P & Closing>, props: P) => void;

const OverlayContext = createContext<Launch>(() => undefined);

/** Renders what `useOverlay` opens, beside the page. */
export const OverlayProvider = ({ children }: { children: ReactNode }) => {
  const [open, setOpen] = useState<readonly Open[]>([]);
  const next = useRef(0);
  const launch = useCallback<Launch>((Component, props) => {
    next.current += 1;
    const id = next.current;
    setOpen((before) => [
      ...before,
      { id, render: (closing) => <Component {...props} {...closing} /> },
    ]);
  }, []);
  const close = useCallback((id: number) => {
    setOpen((before) => before.filter((overlay) => overlay.id !== id));
  }, []);
  const overlays = useMemo(
    () =>
      open.map(({ id, render }) => (
        <Suspense key={id} fallback={null}>
          {render({ closeOverlay: () => close(id), closeModal: () => close(id) })}
        </Suspense>
      )),
    [open, close],
  );
  return (
    <OverlayContext.Provider value={launch}>
      {children}
      {overlays}
    </OverlayContext.Provider>
  );
};

/** Opens a component with `closeOverlay` among its props, such as a modal. */
export const useOverlay = (): Launch => useContext(OverlayContext);

/** The older name of `useOverlay`; its components close with `closeModal`. */
export const useModal = useOverlay;
