using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Cxone.Workflow;

internal static class WorkflowRegistration
{
    /// <summary>
    /// Registers the default contract behind the ports. A port that the host registered before stays.
    /// </summary>
    public static IServiceCollection AddWorkflow(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<CxoneOptions>, ScopesInUse>());
        services.TryAddSingleton<IPostInteractionForms, WorkflowForms>();
        services.TryAddSingleton<IWorkflowTasks, WorkflowTasks>();
        services.TryAddSingleton<IAgentNotifications, WorkflowNotifications>();
        services.TryAddSingleton(provider =>
            provider.GetRequiredService<CxoneCallPipeline>().CreateApi<IWorkflowApi>(WorkflowJson.Default));
        return services;
    }
}
