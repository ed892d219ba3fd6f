using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CxoneAssist.Infrastructure;

/// <summary>
/// Replaces parts of CxoneAssist by parts of the service's own. Parts live as long as the service: what a part needs in a
/// scope of its own, it takes from an <see cref="IServiceScopeFactory"/>.
/// </summary>
/// <example>
/// <code>
/// builder.Services.AddCxoneAssist(builder.Configuration)
///     .UseTasks&lt;TicketSystemTasks&gt;()
///     .UsePolicy(policy);
/// </code>
/// </example>
public sealed class CxoneAssistBuilder
{
    internal CxoneAssistBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the service.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Reads post-interaction forms from elsewhere than CXone.</summary>
    /// <typeparam name="TForms">Reads them; one instance, used by many at once.</typeparam>
    public CxoneAssistBuilder UseForms<TForms>()
        where TForms : class, IPostInteractionForms => Replace<IPostInteractionForms, TForms>();

    /// <summary>
    /// Creates tasks elsewhere than in CXone. The scope for creating tasks is then not asked for, and with all three ports
    /// replaced no setting for CXone is required.
    /// </summary>
    /// <typeparam name="TTasks">Creates them; one instance, used by many at once.</typeparam>
    /// <returns>The same builder.</returns>
    /// <example>
    /// <code>
    /// builder.Services.AddCxoneAssist(builder.Configuration).UseTasks&lt;TicketSystemTasks&gt;();
    /// </code>
    /// </example>
    public CxoneAssistBuilder UseTasks<TTasks>()
        where TTasks : class, IWorkflowTasks => Replace<IWorkflowTasks, TTasks>();

    /// <summary>Notifies agents by other means than CXone's.</summary>
    /// <typeparam name="TNotifications">Notifies them; one instance, used by many at once.</typeparam>
    public CxoneAssistBuilder UseNotifications<TNotifications>()
        where TNotifications : class, IAgentNotifications => Replace<IAgentNotifications, TNotifications>();

    /// <summary>Decides by a policy made in code. With <c>CxoneAssist:Policy:File</c> set too, the service does not start.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The same builder.</returns>
    /// <example>
    /// <code>
    /// builder.Services.AddCxoneAssist(builder.Configuration).UsePolicy(FollowUpPolicy.Default);
    /// </code>
    /// </example>
    public CxoneAssistBuilder UsePolicy(FollowUpPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Services.RemoveAll<FollowUpPolicy>();
        Services.AddSingleton(policy);
        return this;
    }

    /// <summary>Goes by another clock than the system's, as tests do.</summary>
    /// <param name="time">The clock. It takes the place of the one that is registered.</param>
    /// <returns>The same builder.</returns>
    public CxoneAssistBuilder UseTimeProvider(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        Services.Replace(ServiceDescriptor.Singleton(time));
        return this;
    }

    private CxoneAssistBuilder Replace<TPort, TPart>()
        where TPort : class
        where TPart : class, TPort
    {
        Services.Replace(ServiceDescriptor.Singleton<TPort, TPart>());
        return this;
    }
}
