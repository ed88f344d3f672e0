import type { Service, ServiceSummary } from '@contract/directory';
import type { ServiceDocument } from '../../platform/collections';

export function viewSummary(service: ServiceDocument, from: string | undefined): ServiceSummary {
  return {
    id: service._id,
    name: service.name,
    kinds: service.kinds,
    ways: service.ways,
    township: service.township,
    townshipName: service.townshipName,
    phone: service.phone,
    hours: service.hours,
    cost: service.cost,
    travel: from ? service.travel[from] : undefined,
    verifiedAt: service.verifiedAt,
  };
}

export function viewService(service: ServiceDocument, from: string | undefined): Service {
  const { _id, county: _county, travel: _travel, ...rest } = service;
  return { ...rest, ...viewSummary(service, from) };
}
