// The drawing library, loaded only when a page holds a chart: columns, lines, points, areas and marks, drawn as SVG.
import { BarChart, LineChart, ScatterChart, TreemapChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, MarkLineComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

use([
  BarChart,
  LineChart,
  ScatterChart,
  TreemapChart,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  LabelLayout,
  SVGRenderer,
]);

export interface Drawing {
  show: (option: EChartsCoreOption) => void;
  /** the id of what is pressed, where a chart has areas to press */
  picked: (pick: (id: string) => void) => void;
  drop: () => void;
}

/** The picture as text, without a place on the page. */
export function drawn(option: EChartsCoreOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ ...option, animation: false });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

/** Draws into `place` and follows its size. */
export function draw(place: HTMLElement): Drawing {
  const chart = init(place, null, { renderer: 'svg' });
  // Paper has another width than the screen: with a view box the picture is scaled, not cut.
  const scale = () => {
    const svg = place.querySelector('svg');
    svg?.setAttribute('viewBox', `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
    svg?.setAttribute('aria-hidden', 'true');
  };
  chart.on('rendered', scale);
  const observer = new ResizeObserver(() => {
    const { clientWidth, clientHeight } = place;
    if (clientWidth === 0 || clientHeight === 0) return;
    if (clientWidth !== chart.getWidth() || clientHeight !== chart.getHeight()) chart.resize();
  });
  observer.observe(place);
  return {
    show: (option) => chart.setOption(option, { notMerge: true }),
    picked: (pick) => {
      chart.off('click');
      chart.on('click', ({ data }) => {
        const id = (data as { id?: unknown } | null)?.id;
        if (typeof id === 'string') pick(id);
      });
    },
    drop: () => {
      observer.disconnect();
      chart.dispose();
    },
  };
}
