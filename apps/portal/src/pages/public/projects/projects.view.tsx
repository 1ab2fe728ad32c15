import { Card, CardList, Empty, type Frame, LinkButton, Page, Pager } from '@tongxing/ui';
import type { VNode } from 'preact';
import type { PublicProjectsQuery } from '../../../gql/generated.js';

/** 还有名额的灵活就业项目. */
export function PublicProjectsPage(props: {
  frame: Frame;
  total: number;
  projects: readonly PublicProjectsQuery['publicProjects']['edges'][number]['node'][];
  next?: string;
  first?: string;
}): VNode {
  return (
    <Page frame={props.frame} title="灵活就业项目" crumbs={[{ href: '/jobs', text: '全部岗位' }]}>
      <h2>还有名额的 {props.total} 个</h2>
      {props.projects.length === 0 ? (
        <Empty text="现在没有还招人的项目。可以看看全部岗位。">
          <LinkButton href="/jobs" kind="second">
            看全部岗位
          </LinkButton>
        </Empty>
      ) : (
        <CardList>
          {props.projects.map((project) => (
            <Card
              key={project.id}
              level={3}
              href={`/jobs?project=${project.id}`}
              title={project.title}
              tag={{ text: `还招 ${project.free} 人`, tone: 'ok' }}
            >
              <p>
                {project.kindText}，{project.hostName}，{project.divisionName}
              </p>
              {project.description && <p>{project.description}</p>}
            </Card>
          ))}
        </CardList>
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
    </Page>
  );
}
