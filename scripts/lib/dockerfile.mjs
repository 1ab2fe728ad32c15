/** Stages of a Dockerfile: image, name, and the instructions below them, continued lines joined. */
export function parseDockerfile(text) {
  const lines = text
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const stages = [];
  for (const line of lines) {
    const [, word, rest] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    if (word === 'FROM') {
      const [image, , name = String(stages.length)] = rest.split(/\s+/);
      stages.push({ image, name, steps: [] });
    } else if (word && stages.length > 0) stages.at(-1).steps.push({ word, rest });
  }
  return stages;
}
