import { useLightspeedExplanation, type ExplanationProps } from './useLightspeedExplanation';

export type LightspeedExplanationProps = ExplanationProps;

/** The button and the streamed answer in its place; nothing where there is no Lightspeed. */
export const LightspeedExplanation = (props: LightspeedExplanationProps) => {
  const { button, answer } = useLightspeedExplanation(props);
  return <>{answer ?? button}</>;
};
