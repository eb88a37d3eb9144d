// A chart of a sheet, drawn plainly: columns, bars, lines, areas and pies.
import type { ChartView } from '../contract';
import { useApp } from './app-state';
import { px } from './cell-style';

interface ChartProps {
  readonly chart: ChartView;
  readonly left: number;
  readonly top: number;
}

const EDGE = 44;

export function Chart({ chart, left, top }: ChartProps) {
  const { say } = useApp();
  const { title, width, height, series } = chart;
  const name = title === '' ? say('sheet.chart') : say('sheet.chartTitled', { title });
  return (
    <figure class="chart" style={{ left: px(left), top: px(top), width: px(width), height: px(height) }}>
      {title !== '' && <figcaption>{title}</figcaption>}
      <svg role="img" aria-label={name} viewBox={`0 0 ${String(width)} ${String(height - 70)}`}>
        {chart.kind.startsWith('PIE') ? <Pie chart={chart} /> : <Plot chart={chart} />}
      </svg>
      <ul class="legend">
        {chart.kind.startsWith('PIE')
          ? chart.labels.map((label, index) => (
              <li>
                <i style={{ background: sliceColor(index) }} />
                {label}
              </li>
            ))
          : series.map(({ name: label, color }) => (
              <li>
                <i style={{ background: color }} />
                {label}
              </li>
            ))}
      </ul>
    </figure>
  );
}

function Plot({ chart }: { readonly chart: ChartView }) {
  const { width, labels, series, kind } = chart;
  const height = chart.height - 70;
  const bars = kind.startsWith('BAR');
  const lines = kind === 'LINE' || kind === 'AREA';
  const most = Math.max(...series.flatMap(({ values }) => values), 0) || 1;
  const least = Math.min(...series.flatMap(({ values }) => values), 0);
  const [across, along] = bars ? [height - EDGE, width - EDGE * 3] : [width - EDGE - 10, height - EDGE];
  const band = across / Math.max(1, labels.length);
  const thick = (band * 0.7) / Math.max(1, series.length);
  const long = (value: number): number => (Math.max(0, value - Math.min(0, least)) / (most - least)) * (along - 12);
  return (
    <>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => {
        const at = share * (along - 12);
        const value = Math.round((least + (most - least) * share) * 100) / 100;
        return bars ? (
          <g class="axis">
            <line x1={EDGE * 3 + at} x2={EDGE * 3 + at} y1={0} y2={across} />
            <text x={EDGE * 3 + at} y={across + 16} text-anchor="middle">
              {value}
            </text>
          </g>
        ) : (
          <g class="axis">
            <line x1={EDGE} x2={width - 10} y1={along - at} y2={along - at} />
            <text x={EDGE - 6} y={along - at + 4} text-anchor="end">
              {value}
            </text>
          </g>
        );
      })}
      {labels.map((label, index) => {
        const middle = band * (index + 0.5);
        const short = label.length > 18 ? `${label.slice(0, 17)}…` : label;
        return bars ? (
          <text class="label" x={EDGE * 3 - 6} y={middle + 4} text-anchor="end">
            {short}
          </text>
        ) : (
          <text class="label" x={EDGE + middle} y={along + 18} text-anchor="middle">
            {band < 60 && labels.length > 1 ? label.slice(0, Math.max(2, Math.floor(band / 7))) : short}
          </text>
        );
      })}
      {series.map(({ color, values }, which) =>
        lines ? (
          <polyline
            fill="none"
            stroke={color}
            stroke-width={2}
            points={values
              .map((value, index) => `${String(EDGE + band * (index + 0.5))},${String(along - long(value))}`)
              .join(' ')}
          />
        ) : (
          values.map((value, index) => {
            const offset = band * index + band * 0.15 + thick * which;
            const size = long(value);
            return bars ? (
              <rect x={EDGE * 3} y={offset} width={size} height={thick} fill={color} />
            ) : (
              <rect x={EDGE + offset} y={along - size} width={thick} height={size} fill={color} />
            );
          })
        ),
      )}
    </>
  );
}

const SLICES = ['#4285f4', '#ea4335', '#fbbc04', '#34a853', '#ff6d01', '#46bdc6', '#7baaf7', '#f07b72'];

function sliceColor(index: number): string {
  return SLICES[index % SLICES.length] ?? '#4285f4';
}

function Pie({ chart }: { readonly chart: ChartView }) {
  const [first] = chart.series;
  const values = first?.values ?? [];
  const sum = values.reduce((total, value) => total + value, 0) || 1;
  const height = chart.height - 70;
  const [x, y, radius] = [chart.width / 2, height / 2, Math.min(chart.width, height) / 2 - 8];
  let turn = 0;
  return (
    <>
      {values.map((value, index) => {
        const point = (share: number): string => {
          const angle = share * 2 * Math.PI - Math.PI / 2;
          return `${String(x + radius * Math.cos(angle))},${String(y + radius * Math.sin(angle))}`;
        };
        const share = value / sum;
        const from = point(turn);
        // A whole circle has no arc from a point to itself.
        const to = point(turn + Math.min(share, 0.9999));
        turn += share;
        const path = `M${String(x)},${String(y)} L${from} A${String(radius)},${String(radius)} 0 ${share > 0.5 ? '1' : '0'} 1 ${to} Z`;
        return <path d={path} fill={sliceColor(index)} stroke="#fff" />;
      })}
    </>
  );
}
