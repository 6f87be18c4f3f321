import {
  Nav,
  NavExpandable,
  NavItem,
  NavList,
  PageSidebar,
  PageSidebarBody,
} from '@patternfly/react-core';
import type { HrefNavItem } from '@openshift-console/dynamic-plugin-sdk';
import { Link, useLocation } from 'react-router';
import { useConsole } from '../sdk/context';
import { isHrefNavItem, isNavSection, useExtensions } from '../sdk/extensions';
import { namespaceIn, scopeOf } from './namespaces';
import { arranged } from './arranged';

type Item = HrefNavItem['properties'];

const hrefOf = ({ href, namespaced, prefixNamespaced }: Item, namespace: string): string => {
  const scope = scopeOf(namespace);
  if (prefixNamespaced) return `/k8s/${scope}/${href.replace(/^\//, '')}`;
  return namespaced ? `${href}/${scope}` : href;
};

/** The address without its namespace, so that an item stays active while projects change. */
const bare = (path: string): string =>
  namespaceIn(path) === undefined
    ? path
    : path.replace(/^\/k8s\/(ns\/[^/]+|all-namespaces)/, '/k8s');

const Entry = ({ item }: { item: Item }) => {
  const { pathname } = useLocation();
  const { namespace } = useConsole();
  const href = hrefOf(item, namespace);
  const current = bare(pathname);
  const active = [bare(href), ...(item.startsWith ?? [])].some(
    (start) => current === start || current.startsWith(`${start}/`),
  );
  return (
    <NavItem itemId={item.id} isActive={active}>
      <Link to={href} data-test="nav" data-test-id={item.id} {...item.dataAttributes}>
        {item.name}
      </Link>
    </NavItem>
  );
};

/** The left navigation: sections and links out of extensions, the host's own among them. */
export const Navigation = () => {
  const { perspective } = useConsole();
  const here = (entry: { properties: { perspective?: string } }): boolean =>
    (entry.properties.perspective ?? 'admin') === perspective;
  const sections = arranged(
    useExtensions(isNavSection)
      .filter(here)
      .map(({ properties }) => properties),
  );
  const items = useExtensions(isHrefNavItem)
    .filter(here)
    .map(({ properties }) => properties);
  const loose = items.filter(({ section }) => section === undefined);
  return (
    <PageSidebar>
      <PageSidebarBody>
        <Nav aria-label="Main navigation">
          <NavList>
            {sections.map(({ id, name }) => (
              <NavExpandable key={id} title={name ?? id} isExpanded data-test={`nav-${id}`}>
                {arranged(items.filter(({ section }) => section === id)).map((item) => (
                  <Entry key={item.id} item={item} />
                ))}
              </NavExpandable>
            ))}
            {arranged(loose).map((item) => (
              <Entry key={item.id} item={item} />
            ))}
          </NavList>
        </Nav>
      </PageSidebarBody>
    </PageSidebar>
  );
};
