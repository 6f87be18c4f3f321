import { Page, PageSection } from '@patternfly/react-core';
import { useLocation } from 'react-router';
import { NamespaceBar } from '../sdk/NamespaceBar';
import { OverlayProvider } from '../sdk/Overlay';
import { ConsoleProvider } from './ConsoleProvider';
import { ContextProviders } from './ContextProviders';
import { Flags } from './Flags';
import { Header } from './Header';
import { ChatProvider } from './lightspeed/ChatProvider';
import { namespaceIn } from './namespaces';
import { Navigation } from './Navigation';
import { ConsoleRoutes } from './routes';
import type { Person } from './session';

type Props = { user: Person; lightspeed: boolean; onLogOut: () => void };

const Contents = () => {
  const { pathname } = useLocation();
  return (
    <>
      {namespaceIn(pathname) === undefined ? null : (
        <PageSection hasBodyWrapper={false} type="subnav">
          <NamespaceBar />
        </PageSection>
      )}
      <ConsoleRoutes />
    </>
  );
};

/** The console of a logged-in user: bar, navigation, page, and the chat where there is Lightspeed. */
export const App = ({ user, lightspeed, onLogOut }: Props) => (
  <ConsoleProvider>
    <ChatProvider installed={lightspeed}>
      <OverlayProvider>
        <ContextProviders>
          <Flags />
          <Page
            isManagedSidebar
            isContentFilled
            masthead={<Header user={user} onLogOut={onLogOut} />}
            sidebar={<Navigation />}
          >
            <Contents />
          </Page>
        </ContextProviders>
      </OverlayProvider>
    </ChatProvider>
  </ConsoleProvider>
);
