// The drawing library, loaded only when a page holds a chart: columns, lines, points and marks, drawn as SVG.
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, MarkLineComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, ScatterChart, GridComponent, MarkAreaComponent, MarkLineComponent, SVGRenderer]);

export interface Drawing {
  show: (option: EChartsCoreOption) => void;
  drop: () => void;
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
    drop: () => {
      observer.disconnect();
      chart.dispose();
    },
  };
}
