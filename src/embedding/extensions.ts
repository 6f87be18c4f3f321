import type { ComponentType } from 'react';
import { useResolvedExtensions } from '@openshift-console/dynamic-plugin-sdk';
import type { CodeRef, Extension } from '@openshift-console/dynamic-plugin-sdk/lib/types';

// docs/embedding.md asks other plugins to copy this file, so it imports nothing of ours.

export type AIEnhancedConditionPopoverProps = {
  readonly namespace: string;
  readonly vmName: string;
  /** As it stands in the object's `status.conditions`. */
  readonly condition: {
    readonly type: string;
    readonly status?: string;
    readonly reason?: string;
    readonly message?: string;
    /** RFC 3339. */
    readonly lastTransitionTime?: string;
  };
  /** The ACM name of another cluster the VM lives on. */
  readonly cluster?: string;
  /** Changes with the object, such as its uid and resourceVersion: an older explanation is forgotten. */
  readonly version?: string;
};

export type AIEnhancedErrorAlertProps = {
  readonly title: string;
  /** What failed, in the words of whoever refused. */
  readonly error: string;
  /** The VirtualMachine it happened to. */
  readonly vm?: { readonly namespace: string; readonly name: string; readonly cluster?: string };
  readonly onRetry?: () => void;
};

export type AISearchBarProps = {
  /** Default: all projects the user may see. */
  readonly namespace?: string;
  /** Default: the page "AI search" opens with the sentence. */
  readonly onSearch?: (sentence: string) => void;
};

type ComponentExtension<T extends string, P> = Extension<
  `cnv-ai.component/${T}`,
  { readonly component: CodeRef<ComponentType<P>> }
>;

/** A condition as a label, explained on a click. */
export type ConditionPopoverExtension = ComponentExtension<
  'condition-popover',
  AIEnhancedConditionPopoverProps
>;
/** An error, and on a click the findings behind it. */
export type ErrorAlertExtension = ComponentExtension<'error-alert', AIEnhancedErrorAlertProps>;
/** A sentence for the page "AI search". */
export type SearchBarExtension = ComponentExtension<'search-bar', AISearchBarProps>;

const ofType =
  <E extends Extension>(type: E['type']) =>
  (extension: Extension): extension is E =>
    extension.type === type;

// The console's hook wants the same guard at every render.
const isConditionPopover = ofType<ConditionPopoverExtension>('cnv-ai.component/condition-popover');
const isErrorAlert = ofType<ErrorAlertExtension>('cnv-ai.component/error-alert');
const isSearchBar = ofType<SearchBarExtension>('cnv-ai.component/search-bar');

// Each is `undefined` where cnv-ai-plugin is absent, switched off or not loaded yet.

export const useAIEnhancedConditionPopover = () =>
  useResolvedExtensions(isConditionPopover)[0][0]?.properties.component;

export const useAIEnhancedErrorAlert = () =>
  useResolvedExtensions(isErrorAlert)[0][0]?.properties.component;

export const useAISearchBar = () => useResolvedExtensions(isSearchBar)[0][0]?.properties.component;
