// What is wrong, gathered so that one run tells all.

export class Faults {
  constructor() {
    this.all = [];
  }

  add(where, what) {
    this.all.push(`${where}: ${what}`);
  }

  /** Whether it is so; a fault when it is not. */
  expect(where, what, so, found) {
    if (!so) this.add(where, found === undefined ? what : `${what}: ${JSON.stringify(found)}`);
    return so;
  }

  equal(where, what, found, wanted) {
    const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
    return this.expect(where, `${what} is ${one}, not ${other}`, one === other);
  }
}
