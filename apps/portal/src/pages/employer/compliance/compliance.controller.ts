import { Get, Inject, Req, Res } from '@nestjs/common';
import { Clock } from '@tongxing/platform';
import { figureModel, type FigureModel } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { assessmentDocument, type AssessmentQuery } from '../../../gql/generated.js';
import { type Answer, page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal } from '../../../http/portal.service.js';
import type { FrameViewer, Visit } from '../../../http/visit.js';
import { CompliancePage } from './compliance.view.js';

const FIRST_YEAR = 2016;
const YEARS_SHOWN = 3;

/** 达标情况: one year's assessment with its months and how it was computed. */
@Pages()
export class ComplianceController {
  constructor(
    private readonly portal: Portal,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get('org/compliance')
  own(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.shown(visit));
  }

  /** The same of any employer of the region, for its office. */
  @Get('office/compliance/:id')
  office(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.shown(visit, visit.param('id')));
  }

  private async shown(visit: Visit, employerId?: string): Promise<Answer> {
    const thisYear = Number(this.clock.today().slice(0, 4));
    const year = yearOf(visit, thisYear);
    const { viewer, assessment, refusal } = await this.load(visit, year, employerId);
    if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
    const view = CompliancePage({
      frame: visit.frame(viewer),
      year,
      years: Array.from({ length: YEARS_SHOWN }, (_, index) => thisYear - index),
      ...(employerId ? { employerId } : {}),
      ...(refusal ? { refusal } : {}),
      ...(assessment ? { assessment, figure: await figureOf(assessment) } : {}),
    });
    return page(view);
  }

  private async load(
    visit: Visit,
    year: number,
    employerId: string | undefined,
  ): Promise<{ viewer: FrameViewer | null; assessment?: AssessmentQuery['assessment']; refusal?: string }> {
    try {
      return await visit.ask(assessmentDocument, { year, employerId: employerId ?? null });
    } catch (error) {
      if (!(error instanceof ApiError) || !REFUSALS.has(error.code)) throw error;
      return { viewer: await visit.viewer(), refusal: error.message };
    }
  }
}

/** What the rules cannot answer is an answer too: with its reason, on the same page. */
const REFUSALS = new Set(['LAW_UNKNOWN', 'LEVY_INPUT', 'DIVISION_UNKNOWN']);

function yearOf(visit: Visit, otherwise: number): number {
  const year = Number(visit.query('year') ?? otherwise);
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > otherwise + 1) throw new ApiError('NOT_FOUND', '');
  return year;
}

/** Required against counted; the numbers shown are the API's own texts. */
function figureOf(assessment: NonNullable<AssessmentQuery['assessment']>): Promise<FigureModel> {
  const { requiredHires, countedHires, shortfall, year, factYear } = assessment;
  const met = Number(shortfall) === 0;
  return figureModel({
    id: 'hires',
    title: `${year}年应安排和已安排`,
    finding: met ? '已经达到要求。' : `还差${shortfall}人。`,
    bars: [
      { name: '应安排', value: Number(requiredHires), shown: `${requiredHires}人` },
      { name: '已安排', value: Number(countedHires), shown: `${countedHires}人` },
    ],
    nameHeading: '项目',
    valueHeading: '人数',
    source: `${factYear}年的人数和工资，来源：单位申报`,
  });
}
