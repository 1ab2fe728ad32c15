import { Employer, Post } from './employer.entity.js';
import { WorkProject } from './projects/project.entity.js';
import { PostPair, SourceOffice } from './sharing/sharing.entity.js';

export const employerEntities = [Employer, Post, WorkProject, SourceOffice, PostPair];
