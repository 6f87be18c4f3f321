/** The path of the page of problems, for all projects. */
export const FLEET_PATH = '/k8s/all-namespaces/virtualmachine-problems';
