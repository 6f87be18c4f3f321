import { useEffect, useRef, useState } from 'react';
import { Button, Skeleton, Stack, StackItem } from '@patternfly/react-core';
import { RESOURCES, type KubeObject } from '@cnv-ai/engine/kubernetes';
import type { VmRow } from '@cnv-ai/engine/search';
import { browserReader } from '../answers/browser-reader';
import { usePluginTranslation } from '../i18n';
import { LightspeedExplanation } from '../views/lightspeed/LightspeedExplanation';
import { statusQuestion, versionOf } from '../views/lightspeed/prompts/prompts';
import { DiagnosisOnClick } from './DiagnosisOnClick';
import { StatusIcon, StatusLabel } from './StatusLabel';
import { StatusMeaning } from './StatusMeaning';
import { WidePopover } from './WidePopover';
import './style.css';

type Machine = Pick<VmRow, 'namespace' | 'name' | 'status'>;

/** The machine itself: a row of a search does not have what its status means. `null`: not readable. */
const useMachine = ({ namespace, name }: Machine): KubeObject | null | undefined => {
  const [vm, setVm] = useState<KubeObject | null>();
  useEffect(() => {
    const left = new AbortController();
    void browserReader({ signal: left.signal })
      .get(RESOURCES.virtualMachines, namespace, name)
      .then((fact) => {
        if (!left.signal.aborted) setVm(fact.state === 'ok' ? fact.value : null);
      });
    return () => left.abort();
  }, [namespace, name]);
  return vm;
};

const Body = (machine: Machine) => {
  const { t } = usePluginTranslation();
  const { namespace, name, status } = machine;
  const vm = useMachine(machine);
  return (
    <Stack className="cnv-ai-plugin__scroll" data-test="ai-status-popover" hasGutter>
      {vm === null ? null : (
        <StackItem aria-live="polite">
          {vm === undefined ? (
            <Skeleton screenreaderText={t('Reading the VirtualMachine')} />
          ) : (
            <StatusMeaning vm={vm} />
          )}
        </StackItem>
      )}
      <StackItem>
        <DiagnosisOnClick request={{ namespace, vmName: name }} />
      </StackItem>
      <StackItem>
        <LightspeedExplanation
          data-test="ai-status-ask"
          question={() =>
            statusQuestion({ namespace, vmName: name, status, version: versionOf(vm) })
          }
        />
      </StackItem>
    </Stack>
  );
};

/** A status that was clicked on: what it means for this machine, then why, then what a model says. */
export const StatusPopover = (machine: Machine) => {
  const { t } = usePluginTranslation();
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(true);
  // It took the place of the button that was pressed.
  useEffect(() => anchor.current?.focus(), []);
  return (
    <>
      <Button
        data-test="ai-row-status"
        icon={<StatusIcon status={machine.status} />}
        isInline
        ref={anchor}
        variant="link"
      >
        {machine.status}
      </Button>
      <WidePopover
        anchor={anchor}
        aria-label={`${t('What does this mean?')} ${machine.status}`}
        content={<Body {...machine} />}
        heading={<StatusLabel status={machine.status} />}
        isVisible={open}
        shouldClose={() => setOpen(false)}
        shouldOpen={() => setOpen(true)}
        triggerRef={anchor}
      />
    </>
  );
};
