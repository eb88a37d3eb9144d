// The limits of Apps Script for both editions, in one place.
import type { Edition, QuotaName } from './world';

/** Daily quotas per user: https://developers.google.com/apps-script/guides/services/quotas */
export const DAILY_QUOTAS: Readonly<Record<QuotaName, Readonly<Record<Edition, number>>>> = {
  'mail.recipients': { consumer: 100, workspace: 1500 },
  'calendar.events': { consumer: 5000, workspace: 10000 },
  'triggers.minutes': { consumer: 90, workspace: 360 },
  'spreadsheets.created': { consumer: 250, workspace: 3200 },
  'documents.created': { consumer: 250, workspace: 1500 },
  'properties.calls': { consumer: 50_000, workspace: 500_000 },
};

/**
 * Limits that do not depend on the edition (same page, «Current limitations»).
 * Times in milliseconds, sizes in bytes.
 */
export const LIMITS = {
  executionMs: 6 * 60_000,
  /** https://developers.google.com/apps-script/guides/triggers#restrictions */
  simpleTriggerMs: 30_000,
  triggersPerUserAndScript: 20,
  propertyValueBytes: 9 * 1024,
  propertyStoreBytes: 500 * 1024,
  /** https://developers.google.com/apps-script/reference/cache/cache#put(String,String,Integer) */
  cacheKeyChars: 250,
  cacheValueBytes: 100 * 1024,
  cacheSecondsDefault: 600,
  cacheSecondsMax: 21_600,
  cacheItems: 1000,
} as const;
