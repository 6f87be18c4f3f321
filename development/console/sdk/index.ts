/**
 * The part of `@openshift-console/dynamic-plugin-sdk` 4.22 that the plugin uses, for the
 * development console and for tests. Types come from the package itself.
 */
export { checkAccess, useAccessReview } from './access';
export { consoleFetch, consoleFetchJSON, consoleFetchText } from './console-fetch';
export { isAllNamespacesKey, useActiveNamespace, useActivePerspective, useFlag } from './context';
export {
  isActionProvider,
  isContextProvider,
  isDashboardsOverviewHealthURLSubsystem,
  isFeatureFlag,
  isFeatureFlagHookProvider,
  isHorizontalNavTab,
  isHrefNavItem,
  isModelFeatureFlag,
  isNavSection,
  isResourceActionProvider,
  isRoutePage,
  useResolvedExtensions,
} from './extensions';
export { HealthState } from './health-state';
export { HorizontalNav } from './HorizontalNav';
export { HttpError } from './http-error';
export { k8sCreate, k8sDelete, k8sGet, k8sList, k8sPatch, k8sUpdate } from './k8s-resource';
export { k8sList as k8sListItems } from './k8s-resource';
export {
  getAPIVersionForModel,
  getGroupVersionKindForModel,
  getGroupVersionKindForResource,
} from './models';
export { NamespaceBar } from './NamespaceBar';
export { useModal, useOverlay } from './Overlay';
export { DocumentTitle, ListPageBody, ListPageCreate, ListPageHeader } from './page';
export { ResourceIcon, ResourceLink } from './Resource';
export {
  BlueInfoCircleIcon,
  GreenCheckCircleIcon,
  RedExclamationCircleIcon,
  StatusIconAndText,
  YellowExclamationTriangleIcon,
} from './status';
export { StatusPopupItem, StatusPopupSection } from './StatusPopup';
export { Timestamp } from './Timestamp';
export { useK8sModel, useK8sModels } from './useK8sModel';
export { useUserPreference, useUserPreference as useUserSettings } from './useUserPreference';
export { useK8sWatchResource, useK8sWatchResources } from './useWatch';
