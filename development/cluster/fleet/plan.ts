import {
  CENTOS,
  DEBIAN,
  FEDORA,
  RHEL8,
  RHEL9,
  UBUNTU,
  WINDOWS2019,
  WINDOWS2022,
  type GuestOs,
} from '../machine/guest-os';
import { COMPUTE, LARGE, MEDIUM, MEMORY_LARGE, SMALL, XLARGE, type Size } from './sizes';

export type MachineState = 'running' | 'stopped' | 'paused' | 'migrating';

/** A group of like machines: `name-01` … `name-NN`, or just `name` when there is one. */
export type AppPlan = {
  readonly name: string;
  readonly count: number;
  readonly tier: string;
  readonly os: GuestOs;
  readonly size: Size;
  /** States of the machines that do not run, by number from 1. */
  readonly states?: Readonly<Record<number, MachineState>>;
  /** Numbered even when there is only one. */
  readonly numbered?: boolean;
  readonly network?: 'vlan-100';
  readonly local?: boolean;
};

export type NamespacePlan = {
  readonly name: string;
  readonly env: string;
  readonly team: string;
  readonly owner: string;
  readonly apps: readonly AppPlan[];
  /** Left out of everything this product does, by its label. */
  readonly disabled?: boolean;
  readonly quota?: { readonly cpu: string; readonly memory: string };
};

const app = (
  name: string,
  count: number,
  tier: string,
  os: GuestOs,
  size: Size,
  more: Partial<AppPlan> = {},
): AppPlan => ({ name, count, tier, os, size, ...more });

/** The healthy fleet: 200 machines in 12 namespaces. */
export const PLAN: readonly NamespacePlan[] = [
  {
    name: 'prod-web',
    env: 'prod',
    team: 'web',
    owner: 'alice',
    apps: [
      app('frontend', 8, 'frontend', RHEL9, MEDIUM),
      app('checkout-api', 6, 'backend', RHEL9, LARGE, { network: 'vlan-100' }),
      app('catalog', 5, 'backend', UBUNTU, MEDIUM, { states: { 5: 'stopped' } }),
      app('session-cache', 4, 'cache', DEBIAN, LARGE, { states: { 2: 'migrating' } }),
      app('edge-proxy', 4, 'frontend', CENTOS, SMALL),
      app('error-tracker', 1, 'ops', FEDORA, SMALL, { numbered: true }),
    ],
  },
  {
    name: 'prod-db',
    env: 'prod',
    team: 'data',
    owner: 'bruno',
    apps: [
      app('postgres', 6, 'database', RHEL9, MEMORY_LARGE, { network: 'vlan-100' }),
      app('mysql', 4, 'database', RHEL8, XLARGE, { states: { 4: 'stopped' } }),
      app('mssql', 3, 'database', WINDOWS2022, MEMORY_LARGE),
      app('redis', 3, 'cache', DEBIAN, LARGE),
    ],
  },
  {
    name: 'prod-batch',
    env: 'prod',
    team: 'data',
    owner: 'chen',
    quota: { cpu: '80', memory: '320Gi' },
    apps: [
      app('etl-worker', 10, 'batch', RHEL9, LARGE, { states: { 9: 'stopped', 10: 'stopped' } }),
      app('report-runner', 5, 'batch', RHEL8, MEDIUM, { states: { 3: 'paused' } }),
      app('queue', 3, 'middleware', CENTOS, LARGE),
      app('scheduler', 2, 'batch', RHEL9, SMALL),
    ],
  },
  {
    name: 'prod-payments',
    env: 'prod',
    team: 'payments',
    owner: 'dana',
    apps: [
      app('payments-api', 6, 'backend', RHEL9, LARGE, { network: 'vlan-100' }),
      app('ledger', 4, 'database', RHEL9, MEMORY_LARGE),
      app('fraud-check', 3, 'backend', UBUNTU, COMPUTE),
      app('card-vault', 1, 'database', WINDOWS2019, LARGE),
    ],
  },
  {
    name: 'staging-web',
    env: 'staging',
    team: 'web',
    owner: 'alice',
    apps: [
      app('frontend', 6, 'frontend', RHEL9, SMALL, { states: { 5: 'stopped', 6: 'stopped' } }),
      app('checkout-api', 5, 'backend', RHEL9, MEDIUM),
      app('catalog', 4, 'backend', UBUNTU, SMALL, { states: { 4: 'paused' } }),
      app('load-generator', 3, 'test', FEDORA, LARGE, { states: { 1: 'stopped', 2: 'stopped' } }),
    ],
  },
  {
    name: 'staging-db',
    env: 'staging',
    team: 'data',
    owner: 'bruno',
    apps: [
      app('postgres', 5, 'database', RHEL9, LARGE, { states: { 5: 'stopped' } }),
      app('mysql', 4, 'database', RHEL8, LARGE),
      app('mssql', 3, 'database', WINDOWS2022, XLARGE),
    ],
  },
  {
    name: 'dev-web',
    env: 'dev',
    team: 'web',
    owner: 'erin',
    quota: { cpu: '60', memory: '240Gi' },
    apps: [
      app('frontend', 8, 'frontend', FEDORA, SMALL, { states: { 6: 'stopped', 7: 'stopped' } }),
      app('api-sandbox', 7, 'backend', UBUNTU, SMALL, { states: { 7: 'stopped' }, local: true }),
      app('selenium', 4, 'test', DEBIAN, MEDIUM),
      app('stopped-clock', 1, 'test', FEDORA, SMALL),
    ],
  },
  {
    name: 'dev-api',
    env: 'dev',
    team: 'platform',
    owner: 'farid',
    apps: [
      app('gateway', 6, 'backend', RHEL9, SMALL),
      app('identity', 5, 'backend', CENTOS, SMALL, { states: { 5: 'stopped' } }),
      app('build-agent', 7, 'ci', FEDORA, LARGE, { states: { 3: 'migrating', 7: 'stopped' } }),
    ],
  },
  {
    name: 'dev-ml',
    env: 'dev',
    team: 'research',
    owner: 'grace',
    apps: [
      app('notebook', 6, 'ml', UBUNTU, XLARGE, { states: { 4: 'stopped' }, local: true }),
      app('trainer', 4, 'ml', UBUNTU, COMPUTE, { states: { 2: 'paused' } }),
    ],
  },
  {
    name: 'team-finance',
    env: 'prod',
    team: 'finance',
    owner: 'hana',
    quota: { cpu: '64', memory: '256Gi' },
    apps: [
      app('erp', 5, 'backend', WINDOWS2019, XLARGE),
      app('sap-app', 5, 'backend', RHEL8, XLARGE),
      app('terminal', 5, 'desktop', WINDOWS2022, LARGE, { states: { 5: 'stopped' } }),
      app('may-report', 1, 'batch', RHEL9, SMALL, { numbered: true }),
    ],
  },
  {
    name: 'team-hr',
    env: 'prod',
    team: 'hr',
    owner: 'ivan',
    apps: [
      app('payroll', 4, 'backend', WINDOWS2019, LARGE),
      app('portal', 5, 'frontend', RHEL9, MEDIUM, { states: { 5: 'stopped' } }),
      app('archive', 3, 'storage', CENTOS, MEDIUM),
    ],
  },
  {
    name: 'dev-sandbox',
    env: 'dev',
    team: 'platform',
    owner: 'farid',
    disabled: true,
    apps: [
      app('scratch', 10, 'test', FEDORA, SMALL, { states: { 2: 'stopped', 3: 'stopped' } }),
      app('trial', 6, 'test', DEBIAN, SMALL),
    ],
  },
];
