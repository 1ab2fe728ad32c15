import { Employer, Post } from './employer.entity.js';
import { WorkProject } from './projects/project.entity.js';

export const employerEntities = [Employer, Post, WorkProject];
