// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

extension AWSClient {
    /// This client, and where it is in another Region, one for the Region in which a global service's events lie (IAM's):
    /// event history is kept by Region.
    public var eventRegions: [AWSClient] {
        guard let global = Region(region.partition.globalServiceRegion), global != region else { return [self] }
        return [self, inRegion(global)]
    }
}
