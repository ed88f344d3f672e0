/** Environment variables that make the unmodified wx-server-sdk talk to a local cloud. */

/** @param adminUrl LocalCloud.adminUrl @param env the environment's id */
export function sdkEnvironment(adminUrl: string, env = 'local-env'): Record<string, string> {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: env,
    TCB_ENV: env,
    // Any non-empty text: the local cloud does not check signatures.
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
  };
}
