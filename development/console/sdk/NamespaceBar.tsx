import { byCodeUnit, nameOf } from '@cnv-ai/engine/kubernetes';
import {
  Divider,
  MenuToggle,
  SearchInput,
  Select,
  SelectList,
  SelectOption,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import type { NamespaceBarProps } from '@openshift-console/dynamic-plugin-sdk';
import { useMemo, useState } from 'react';
import { ALL_NAMESPACES_KEY, isAllNamespacesKey, useActiveNamespace } from './context';
import { useK8sWatchResource } from './useWatch';

const PROJECTS = {
  groupVersionKind: { group: 'project.openshift.io', version: 'v1', kind: 'Project' },
  isList: true,
};
const ALL = 'All Projects';

/** The project the page is about; choosing another one tells the caller after the page knows. */
export const NamespaceBar = ({ onNamespaceChange, isDisabled, children }: NamespaceBarProps) => {
  const [namespace, setNamespace] = useActiveNamespace();
  const [open, setOpen] = useState(false);
  const [filter, setFilter] = useState('');
  const [projects] = useK8sWatchResource(PROJECTS);
  const names = useMemo(
    () => (Array.isArray(projects) ? projects.map(nameOf).sort(byCodeUnit) : []),
    [projects],
  );
  const choose = (value: string): void => {
    setOpen(false);
    setNamespace(value);
    onNamespaceChange?.(value);
  };
  const label = isAllNamespacesKey(namespace) ? ALL : namespace;
  return (
    <Toolbar data-test="namespace-bar">
      <ToolbarContent>
        <ToolbarItem>
          <Select
            isScrollable
            isOpen={open}
            selected={namespace}
            onOpenChange={setOpen}
            onSelect={(_event, value) => choose(String(value))}
            toggle={(ref) => (
              <MenuToggle
                ref={ref}
                variant="plainText"
                isExpanded={open}
                isDisabled={isDisabled}
                onClick={() => setOpen(!open)}
                data-test-id="namespace-bar-dropdown"
              >
                Project: {label}
              </MenuToggle>
            )}
          >
            <SearchInput
              aria-label="Filter projects"
              placeholder="Filter projects"
              value={filter}
              onChange={(_event, value) => setFilter(value)}
            />
            <SelectList>
              <SelectOption value={ALL_NAMESPACES_KEY}>{ALL}</SelectOption>
              <Divider />
              {names
                .filter((name) => name.includes(filter))
                .map((name) => (
                  <SelectOption key={name} value={name}>
                    {name}
                  </SelectOption>
                ))}
            </SelectList>
          </Select>
        </ToolbarItem>
        {children}
      </ToolbarContent>
    </Toolbar>
  );
};
