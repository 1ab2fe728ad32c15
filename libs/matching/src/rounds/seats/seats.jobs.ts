import { Injectable, type OnModuleInit } from '@nestjs/common';
import { defineJob, JobService, NIGHTLY } from '@tongxing/jobs';
import { SeatAnswers } from './seat-answers.service.js';

const createSeatVisits = defineJob({ name: 'create-seat-visits' });

/** Every night: a visit for every seat whose last day has passed without an answer. */
@Injectable()
export class SeatsJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobService,
    private readonly answers: SeatAnswers,
  ) {}

  onModuleInit(): void {
    this.jobs.repeat(createSeatVisits, NIGHTLY, async () => void (await this.answers.createVisits()));
  }
}
