import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { ownProfileDocument, saveProfileSectionDocument } from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { localPath } from '../../../http/headers.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { ACCESS_NEEDS, inputOf, PROFILE, needsInput, type SectionPath, valuesOf } from './own.form.js';
import { AccessNeedsPage, PlacesPage, SkillsPage, WorkPage } from './own.view.js';

const WANTED: Readonly<Record<SectionPath, Readonly<Record<string, string>>>> = {
  skills: {},
  work: { wants: '请选想不想工作' },
  places: { commuteKm: '请选最远到哪里' },
};

/** 我的资料 in the own words: what one can do, wants, where one can go, what one needs. */
@Pages()
export class OwnProfileController {
  constructor(private readonly portal: Portal) {}

  @Get('me/profile/skills')
  skills(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.show('skills', request, response);
  }

  @Post('me/profile/skills')
  saveSkills(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.save('skills', request, response);
  }

  @Get('me/profile/work')
  work(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.show('work', request, response);
  }

  @Post('me/profile/work')
  saveWork(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.save('work', request, response);
  }

  @Get('me/profile/places')
  places(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.show('places', request, response);
  }

  @Post('me/profile/places')
  savePlaces(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.save('places', request, response);
  }

  @Get('me/access-needs')
  needs(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.needsPage(visit, []));
  }

  @Post('me/access-needs')
  saveNeeds(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        await visit.ask(saveProfileSectionDocument, { input: needsInput(form) });
        return go(localPath(form.maybe('next'), PROFILE), '需要的帮助存好了');
      },
      again: (visit, form, problems) => this.needsPage(visit, problems, form),
    });
  }

  private show(path: SectionPath, request: Request, response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.sectionPage(path, visit, []));
  }

  private save(path: SectionPath, request: Request, response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, WANTED[path]));
        await visit.ask(saveProfileSectionDocument, { input: inputOf(path, form) });
        return go(localPath(form.maybe('next'), PROFILE), '存好了，推荐的岗位会跟着变');
      },
      again: (visit, form, problems) => this.sectionPage(path, visit, problems, form),
    });
  }

  private async sectionPage(
    path: SectionPath,
    visit: Visit,
    problems: readonly FormProblem[],
    typed?: Form,
  ): Promise<Answer> {
    const { viewer, ownProfile, skillsAsked } = await visit.ask(ownProfileDocument, {});
    if (!ownProfile) throw new ApiError('NOT_FOUND', '');
    const form = typed?.state(problems) ?? visit.form(valuesOf(ownProfile, skillsAsked));
    const props = { frame: visit.frame(viewer), csrf: visit.csrf, form, version: ownProfile.version };
    if (path === 'work') return page(WorkPage(props));
    if (path === 'places') return page(PlacesPage({ ...props, standing: ownProfile.commuteKm ?? null }));
    return page(SkillsPage({ ...props, asked: skillsAsked }));
  }

  private async needsPage(visit: Visit, problems: readonly FormProblem[], typed?: Form): Promise<Answer> {
    const { viewer, ownProfile, skillsAsked } = await visit.ask(ownProfileDocument, {});
    if (!ownProfile) throw new ApiError('NOT_FOUND', '');
    const form = typed?.state(problems) ?? visit.form(valuesOf(ownProfile, skillsAsked));
    const [frame, csrf] = [visit.frame(viewer), visit.csrf];
    return page(AccessNeedsPage({ frame, csrf, form, action: ACCESS_NEEDS, profile: ownProfile }));
  }
}
