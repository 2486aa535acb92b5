// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferPipeline

/// A role that a service of AWS makes for itself. Coffer runs none of these services; infrastructure code keeps the
/// roles.
///
/// Source: IAM User Guide, "AWS services that work with IAM", and each service's own guide.
struct ServiceLinkedRole: Sendable {
    /// The path of all of them.
    static let path = "/aws-service-role/"

    let service: String
    let name: String
    /// The name of the policy that AWS attaches to it.
    let policy: String

    static func find(_ service: String) -> ServiceLinkedRole? {
        all.first { $0.0 == service }.map {
            ServiceLinkedRole(service: $0.0, name: "AWSServiceRoleFor\($0.1)", policy: $0.2)
        }
    }

    /// Those services that let callers tell several roles apart.
    var takesSuffix: Bool {
        ["autoscaling.amazonaws.com", "connect.amazonaws.com", "lexv2.amazonaws.com"].contains(service)
    }

    var trustPolicy: String {
        #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"\#(service)"},"Action":"sts:AssumeRole"}]}"#
    }

    /// The policy's ARN, where it is among those that are kept here.
    func policyARN(in partition: Partition) -> String? {
        let arn = "arn:\(partition.rawValue):iam::aws:policy\(Self.path)\(policy)"
        return AWSManagedPolicy.find(arn, in: partition) == nil ? nil : arn
    }

    /// Service, what follows AWSServiceRoleFor in the role's name, policy.
    private static let all: [(String, String, String)] = [
        (
            "accountdiscovery.ssm.amazonaws.com", "AmazonSSM_AccountDiscovery",
            "AWSSystemsManagerAccountDiscoveryServicePolicy"
        ),
        ("acm.amazonaws.com", "CertificateManager", "CertificateManagerServiceRolePolicy"),
        ("appmesh.amazonaws.com", "AppMesh", "AWSAppMeshServiceRolePolicy"),
        (
            "autoscaling-plans.amazonaws.com", "AutoScalingPlans_EC2AutoScaling",
            "AWSAutoScalingPlansEC2AutoScalingPolicy"
        ),
        ("autoscaling.amazonaws.com", "AutoScaling", "AutoScalingServiceRolePolicy"),
        ("backup.amazonaws.com", "Backup", "AWSBackupServiceLinkedRolePolicyForBackup"),
        ("batch.amazonaws.com", "Batch", "BatchServiceRolePolicy"),
        (
            "cassandra.application-autoscaling.amazonaws.com", "ApplicationAutoScaling_CassandraTable",
            "AWSApplicationAutoscalingCassandraTablePolicy"
        ),
        (
            "cks.kms.amazonaws.com", "KeyManagementServiceCustomKeyStores",
            "AWSKeyManagementServiceCustomKeyStoresServiceRolePolicy"
        ),
        ("cloudtrail.amazonaws.com", "CloudTrail", "CloudTrailServiceRolePolicy"),
        ("codestar-notifications.amazonaws.com", "CodeStarNotifications", "AWSCodeStarNotificationsServiceRolePolicy"),
        ("config.amazonaws.com", "Config", "AWSConfigServiceRolePolicy"),
        ("connect.amazonaws.com", "AmazonConnect", "AmazonConnectServiceLinkedRolePolicy"),
        ("dms-fleet-advisor.amazonaws.com", "DMSFleetAdvisor", "AWSDMSFleetAdvisorServiceRolePolicy"),
        ("dms.amazonaws.com", "DMSServerless", "AWSDMSServerlessServiceRolePolicy"),
        ("docdb-elastic.amazonaws.com", "DocDB-Elastic", "AmazonDocDB-ElasticServiceRolePolicy"),
        ("ec2-instance-connect.amazonaws.com", "Ec2InstanceConnect", "Ec2InstanceConnectEndpoint"),
        (
            "ec2.application-autoscaling.amazonaws.com", "ApplicationAutoScaling_EC2SpotFleetRequest",
            "AWSApplicationAutoscalingEC2SpotFleetRequestPolicy"
        ),
        ("ecr.amazonaws.com", "ECRTemplate", "ECRTemplateServiceRolePolicy"),
        ("ecs.amazonaws.com", "ECS", "AmazonECSServiceRolePolicy"),
        ("eks-connector.amazonaws.com", "AmazonEKSConnector", "AmazonEKSConnectorServiceRolePolicy"),
        ("eks-fargate.amazonaws.com", "AmazonEKSForFargate", "AmazonEKSForFargateServiceRolePolicy"),
        ("eks-nodegroup.amazonaws.com", "AmazonEKSNodegroup", "AWSServiceRoleForAmazonEKSNodegroup"),
        ("eks.amazonaws.com", "AmazonEKS", "AmazonEKSServiceRolePolicy"),
        ("elasticache.amazonaws.com", "ElastiCache", "ElastiCacheServiceRolePolicy"),
        ("elasticbeanstalk.amazonaws.com", "ElasticBeanstalk", "AWSElasticBeanstalkServiceRolePolicy"),
        ("elasticfilesystem.amazonaws.com", "AmazonElasticFileSystem", "AmazonElasticFileSystemServiceRolePolicy"),
        ("elasticloadbalancing.amazonaws.com", "ElasticLoadBalancing", "AWSElasticLoadBalancingServiceRolePolicy"),
        ("email.cognito-idp.amazonaws.com", "AmazonCognitoIdpEmailService", "AmazonCognitoIdpEmailServiceRolePolicy"),
        ("emr-containers.amazonaws.com", "AmazonEMRContainers", "AmazonEMRContainersServiceRolePolicy"),
        ("emrwal.amazonaws.com", "EMRWAL", "EMRDescribeClusterPolicyForEMRWAL"),
        ("fis.amazonaws.com", "FIS", "AmazonFISServiceRolePolicy"),
        ("grafana.amazonaws.com", "AmazonGrafana", "AmazonGrafanaServiceLinkedRolePolicy"),
        ("imagebuilder.amazonaws.com", "ImageBuilder", "AWSServiceRoleForImageBuilder"),
        ("iotmanagedintegrations.amazonaws.com", "IoTManagedIntegrations", "AWSIoTManagedIntegrationsRolePolicy"),
        ("kafka.amazonaws.com", "Kafka", "KafkaServiceRolePolicy"),
        ("kafkaconnect.amazonaws.com", "KafkaConnect", "KafkaConnectServiceRolePolicy"),
        ("lakeformation.amazonaws.com", "LakeFormationDataAccess", "LakeFormationDataAccessServiceRolePolicy"),
        ("lex.amazonaws.com", "LexBots", "AmazonLexBotPolicy"),
        ("lexv2.amazonaws.com", "LexV2Bots", "AmazonLexV2BotPolicy"),
        ("lightsail.amazonaws.com", "Lightsail", "LightsailExportAccess"),
        ("m2.amazonaws.com", "AWSM2", "AWSM2ServicePolicy"),
        ("memorydb.amazonaws.com", "MemoryDB", "MemoryDBServiceRolePolicy"),
        ("mq.amazonaws.com", "AmazonMQ", "AmazonMQServiceRolePolicy"),
        (
            "mrk.kms.amazonaws.com", "KeyManagementServiceMultiRegionKeys",
            "AWSKeyManagementServiceMultiRegionKeysServiceRolePolicy"
        ),
        ("notifications.amazonaws.com", "AwsUserNotifications", "AWSUserNotificationsServiceLinkedRolePolicy"),
        (
            "observability.aoss.amazonaws.com", "AmazonOpenSearchServerless",
            "AmazonOpenSearchServerlessServiceRolePolicy"
        ),
        ("opensearchservice.amazonaws.com", "AmazonOpenSearchService", "AmazonOpenSearchServiceRolePolicy"),
        ("ops.apigateway.amazonaws.com", "APIGateway", "APIGatewayServiceRolePolicy"),
        ("ops.emr-serverless.amazonaws.com", "AmazonEMRServerless", "AmazonEMRServerlessServiceRolePolicy"),
        ("opsdatasync.ssm.amazonaws.com", "SystemsManagerOpsDataSync", "AWSSystemsManagerOpsDataSyncServiceRolePolicy"),
        ("opsinsights.ssm.amazonaws.com", "AmazonSSM_OpsInsights", "AWSSSMOpsInsightsServiceRolePolicy"),
        ("pullthroughcache.ecr.amazonaws.com", "ECRPullThroughCache", "AWSECRPullThroughCache_ServiceRolePolicy"),
        ("ram.amazonaws.com", "ResourceAccessManager", "AWSResourceAccessManagerServiceRolePolicy"),
        ("rds.amazonaws.com", "RDS", "AmazonRDSServiceRolePolicy"),
        ("redshift.amazonaws.com", "Redshift", "AmazonRedshiftServiceLinkedRolePolicy"),
        ("replication.cassandra.amazonaws.com", "KeyspacesReplication", "KeyspacesReplicationServiceRolePolicy"),
        ("replication.ecr.amazonaws.com", "ECRReplication", "ECRReplicationServiceRolePolicy"),
        ("repository.sync.codeconnections.amazonaws.com", "GitSync", "AWSGitSyncServiceRolePolicy"),
        ("resource-explorer-2.amazonaws.com", "ResourceExplorer", "AWSResourceExplorerServiceRolePolicy"),
        ("rolesanywhere.amazonaws.com", "RolesAnywhere", "AWSRolesAnywhereServicePolicy"),
        ("s3-outposts.amazonaws.com", "S3OnOutposts", "AWSS3OnOutpostsServiceRolePolicy"),
        ("ses.amazonaws.com", "AmazonSES", "AmazonSESServiceRolePolicy"),
        ("shield.amazonaws.com", "AWSShield", "AWSShieldServiceRolePolicy"),
        ("ssm-incidents.amazonaws.com", "IncidentManager", "AWSIncidentManagerServiceRolePolicy"),
        ("ssm-quicksetup.amazonaws.com", "SSMQuickSetup", "SSMQuickSetupRolePolicy"),
        ("ssm.amazonaws.com", "AmazonSSM", "AmazonSSMServiceRolePolicy"),
        ("sso.amazonaws.com", "SSO", "AWSSSOServiceRolePolicy"),
        ("vpcorigin.cloudfront.amazonaws.com", "CloudFrontVPCOrigin", "AWSCloudFrontVPCOriginServiceRolePolicy"),
        ("waf.amazonaws.com", "WAFLogging", "WAFLoggingServiceRolePolicy"),
        ("wafv2.amazonaws.com", "WAFV2Logging", "WAFV2LoggingServiceRolePolicy"),
    ]
}
