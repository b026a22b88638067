import Sequencer from '@jest/test-sequencer';

/** Tests of pure functions first: meanwhile the cluster that the others wait for is made. */
export default class RulesFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    const isRule = ({ context }) => context.config.displayName?.name === 'rules';
    return [...sorted.filter(isRule), ...sorted.filter((test) => !isRule(test))];
  }
}
