import 'patternfly-styles';
import './console.css';
import { PluginStoreProvider, type PluginStore } from '@openshift/dynamic-plugin-sdk';
import { Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'react-redux';
import { BrowserRouter } from 'react-router';
import { legacy_createStore as createStore } from 'redux';
import { SESSION_ENDED } from '../sdk/session';
import { App } from './App';
import { startI18n } from './i18n';
import { LoginPage } from './LoginPage';
import {
  CONSOLE_EXTENSIONS,
  LIGHTSPEED_EXTENSIONS,
  VIRTUALIZATION_EXTENSIONS,
} from './own-extensions';
import { createPluginStore, loadPlugins } from './plugins';
import { logOut, readSession, type SessionInfo } from './session';

/** Who is logged in, where the console keeps it for `useSelector`. */
const stateOf = ({ user, impersonate }: SessionInfo) => ({
  sdkCore: {
    user: { username: user?.name },
    impersonate: impersonate === undefined ? undefined : { kind: 'User', name: impersonate },
  },
});

const reload = (): void => window.location.reload();

const Console = ({ session, plugins }: { session: SessionInfo; plugins: PluginStore }) =>
  session.user ? (
    <Provider store={createStore(() => stateOf(session))}>
      <PluginStoreProvider store={plugins}>
        <BrowserRouter>
          <Suspense fallback={null}>
            <App
              user={session.user}
              lightspeed={session.lightspeed}
              onLogOut={() => void logOut().then(reload)}
            />
          </Suspense>
        </BrowserRouter>
      </PluginStoreProvider>
    </Provider>
  ) : (
    <LoginPage users={session.users} onLogIn={reload} />
  );

const start = async (): Promise<void> => {
  const session = await readSession();
  window.addEventListener(SESSION_ENDED, reload, { once: true });
  const plugins = createPluginStore();
  const own = [
    CONSOLE_EXTENSIONS,
    ...(session.virtualization ? [VIRTUALIZATION_EXTENSIONS] : []),
    ...(session.lightspeed ? [LIGHTSPEED_EXTENSIONS] : []),
  ];
  await Promise.all([
    startI18n(session.plugins),
    session.user && loadPlugins(plugins, own, session.plugins),
  ]);
  const root = document.getElementById('app');
  if (root) createRoot(root).render(<Console session={session} plugins={plugins} />);
};

void start();
