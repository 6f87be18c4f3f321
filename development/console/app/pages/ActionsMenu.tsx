import { textAt } from '@cnv-ai/engine/kubernetes';
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import type { Action } from '@openshift-console/dynamic-plugin-sdk';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { isResourceActionProvider, useResolvedExtensions } from '../../sdk/extensions';

type Provider = { uid: string; useActions: (resource: unknown) => [Action[], boolean, unknown] };
type CollectProps = {
  providers: readonly Provider[];
  resource: unknown;
  collected: readonly Action[];
  children: (actions: readonly Action[]) => ReactNode;
};

/** Calls the first provider's hook, then the others'; each in a component of its own. */
const Call = ({ provider, collected, ...rest }: CollectProps & { provider: Provider }) => {
  const [actions, loaded] = provider.useActions(rest.resource);
  return <Collect {...rest} collected={loaded ? [...collected, ...actions] : collected} />;
};

const Collect = ({ providers, children, ...props }: CollectProps) => {
  const [first, ...others] = providers;
  return first === undefined ? (
    <>{children(props.collected)}</>
  ) : (
    <Call key={first.uid} provider={first} providers={others} {...props}>
      {children}
    </Call>
  );
};

const Menu = ({ actions }: { actions: readonly Action[] }) => {
  const [open, setOpen] = useState(false);
  const navigate = useNavigate();
  const run = ({ cta }: Action): void => {
    setOpen(false);
    if (typeof cta === 'function') cta();
    else if (cta.external) window.open(cta.href, '_blank', 'noopener');
    else void navigate(cta.href);
  };
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      popperProps={{ position: 'right' }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          isExpanded={open}
          onClick={() => setOpen(!open)}
          data-test-id="actions-menu-button"
        >
          Actions
        </MenuToggle>
      )}
    >
      <DropdownList>
        {actions.map((action) => (
          <DropdownItem
            key={action.id}
            isDisabled={action.disabled}
            description={action.disabled ? action.disabledTooltip : action.description}
            onClick={() => run(action)}
            data-test-action={action.id}
          >
            {action.label}
          </DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
  );
};

/** The actions that plugins offer for an object; no menu where there are none. */
export const ActionsMenu = ({ resource }: { resource: unknown }) => {
  const [extensions] = useResolvedExtensions(isResourceActionProvider);
  const providers = extensions
    .filter(
      ({ properties: { model } }) =>
        model.kind === textAt(resource, 'kind') &&
        [model.group, model.version].filter(Boolean).join('/') === textAt(resource, 'apiVersion'),
    )
    .map(({ uid, properties }) => ({ uid, useActions: properties.provider }));
  return (
    <Collect providers={providers} resource={resource} collected={[]}>
      {(actions) => (actions.length === 0 ? null : <Menu actions={actions} />)}
    </Collect>
  );
};
