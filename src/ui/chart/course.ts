// The course of one period: the running count as a line, where an even pace would stand as a dashed line, and the target
// as the height to reach (a band when it is a range).
import { colours, countAxis, footAxis, labelStyle, type Look, type Sketch } from './look.ts';

export interface Course {
  /** Names of the steps along the foot, the first step ends with the first count. */
  steps: readonly string[];
  /** Running counts at the end of each step that has come. */
  counts: readonly number[];
  least: number | null;
  most: number | null;
  /** The unit's own aim, when it is another number. */
  aim: number | null;
  said: { done: string; target: string; aim: string };
}

export const sketchCourse =
  (course: Course): Sketch =>
  (look) => {
    const { steps, counts, least, most, aim } = course;
    const highest = Math.max(1, ...counts, least ?? 0, most ?? 0, aim ?? 0);
    return {
      grid: {
        left: 4,
        right: 16,
        top: 24,
        bottom: 4,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      xAxis: { ...footAxis(['', ...steps], look), boundaryGap: false },
      yAxis: countAxis(look, Math.ceil(highest * 1.1)),
      series: [...paces(course, look), running(course, look)],
    };
  };

function running({ counts, said }: Course, look: Look) {
  const points = [0, ...counts];
  return {
    type: 'line' as const,
    silent: true,
    symbol: 'circle',
    symbolSize: 7,
    z: 5,
    lineStyle: { color: colours.ink, width: 3 },
    itemStyle: { color: colours.ink },
    data: points.map((value, at) => ({
      value,
      symbolSize: at === points.length - 1 ? 10 : at === 0 ? 0 : 6,
      label: {
        ...labelStyle(look),
        show: at === points.length - 1,
        position: 'top' as const,
        distance: 8,
        formatter: said.done,
        fontWeight: 600 as const,
        backgroundColor: colours.ground,
        padding: [2, 4] as [number, number],
        borderRadius: 3,
      },
    })),
  };
}

/** The even pace to the lower and, for a range, to the upper number; the target and the aim as heights. */
function paces({ steps, least, most, aim, said }: Course, look: Look) {
  const ends = [...new Set([least, most].filter((end) => end !== null))];
  const pace = (end: number, at: number) => ({
    type: 'line' as const,
    silent: true,
    symbol: 'none',
    z: 3,
    lineStyle: { color: colours.grey, width: 2, type: 'dashed' as const },
    data: Array.from({ length: steps.length + 1 }, (_, step) => (end * step) / steps.length),
    ...(at === ends.length - 1 ? { markLine: heights({ target: ends, aim, said }, look) } : {}),
  });
  return ends.map(pace);
}

interface Heights {
  target: readonly number[];
  aim: number | null;
  said: Course['said'];
}

function heights({ target, aim, said }: Heights, look: Look) {
  const label = (formatter: string) => ({
    ...labelStyle(look),
    position: 'insideStartTop' as const,
    formatter,
    color: colours.second,
  });
  const lines = target.map((value, at) => ({
    yAxis: value,
    lineStyle: { color: colours.ink, width: 2, type: 'solid' as const },
    label: label(at === target.length - 1 ? said.target : ''),
  }));
  const aimed = aim !== null && !target.includes(aim);
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    data: [
      ...lines,
      ...(aimed
        ? [
            {
              yAxis: aim,
              lineStyle: { color: colours.gold, width: 2, type: 'dotted' as const },
              label: label(said.aim),
            },
          ]
        : []),
    ],
  };
}
