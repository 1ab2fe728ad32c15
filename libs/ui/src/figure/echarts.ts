/** The parts of ECharts we draw with. Import this file lazily: it costs 62 MB and 0.7 s, and only the server needs it. */
import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, GridComponent, MarkLineComponent, AriaComponent, SVGRenderer]);

export { init };
