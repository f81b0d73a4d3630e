import type { EntityManager } from "../database/entity-manager.ts";

/**
 * The batching loaders of one request. A domain declares a loader as a function of the entity manager,
 * `ctx.loaders.of(participantById).load(id)` then shares one instance of it within the request.
 */
export class Loaders {
  readonly #made = new Map<unknown, unknown>();

  constructor(private readonly em: EntityManager) {}

  of<Loader>(make: (em: EntityManager) => Loader): Loader {
    const known = this.#made.get(make);
    if (known !== undefined) return known as Loader;
    const loader = make(this.em);
    this.#made.set(make, loader);
    return loader;
  }
}
