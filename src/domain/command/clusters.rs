//! Ideas are grouped under headings. In one workshop an idea is in one group at most.

use crate::domain::record::Kind;
use crate::domain::records::{
    Cluster, ClusterId, ClusterIdea, ClusterIdeaId, Idea, IdeaId, VoteOption, WorkshopId,
};
use crate::domain::refusal::No;
use crate::domain::say::Say;
use crate::domain::step::Step;
use crate::domain::there::There;
use crate::domain::value::Cell;

use super::order::{Shift, make_room, shift};
use super::words::{line, name, same};
use super::workshops::announced;
use super::{Fresh, Plan, of_ideas};

/// Under a heading that is there already, they join those that are under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupIdeas {
    pub workshop: WorkshopId,
    pub ideas: Vec<IdeaId>,
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenameCluster {
    pub cluster: ClusterId,
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoveCluster {
    pub cluster: ClusterId,
    pub shift: Shift,
}

/// Ideas are taken out of whatever group of the workshop they are in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeOut {
    pub workshop: WorkshopId,
    pub ideas: Vec<IdeaId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DissolveCluster {
    pub cluster: ClusterId,
}

impl Plan for GroupIdeas {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let workshop = announced(there, self.workshop)?.id;
        if self.ideas.is_empty() {
            return Err(No::refuse(Say::new("refused-group-nothing")));
        }
        if line(&self.name).is_empty() {
            return Err(No::refuse(Say::new("refused-group-nameless")));
        }
        let name = name(&self.name)?;
        let mut step = Step::new(of_ideas(Say::new("step-group"), &self.ideas));
        if self.ideas.len() != 1 {
            step.label = Say::new("step-group-many").with("n", self.ideas.len());
        }
        let clusters = groups(there, workshop)?;
        let cluster = match clusters.iter().find(|cluster| same(&cluster.name, &name)) {
            Some(cluster) => cluster.id,
            None => {
                let id = ClusterId(fresh.id(Kind::Cluster)?);
                let rank = make_room(&clusters, clusters.len(), &mut step);
                step.create(&Cluster { id, uid: fresh.uid(), workshop, rank, name });
                id
            }
        };
        for (at, idea) in self.ideas.iter().enumerate() {
            if self.ideas.iter().take(at).any(|earlier| earlier == idea) {
                continue;
            }
            let known: Idea = there.get(idea.0)?;
            if known.removed.is_some() {
                return Err(No::refuse(of_ideas(Say::new("refused-removed"), &[known.id])));
            }
            match membership(there, &clusters, *idea)? {
                Some(own) if own.cluster == cluster => {}
                Some(own) => step.update(&own, &ClusterIdea { cluster, ..own.clone() }),
                None => {
                    let id = ClusterIdeaId(fresh.id(Kind::ClusterIdea)?);
                    step.create(&ClusterIdea { id, uid: fresh.uid(), cluster, idea: *idea });
                }
            }
        }
        Ok(step)
    }
}

impl Plan for RenameCluster {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let before: Cluster = there.get(self.cluster.0)?;
        let name = name(&self.name)?;
        let clusters = groups(there, before.workshop)?;
        if clusters.iter().any(|other| other.id != before.id && same(&other.name, &name)) {
            return Err(No::refuse(Say::new("refused-name-taken").with("name", name)));
        }
        let mut step = Step::new(Say::new("step-group-rename"));
        step.update(&before, &Cluster { name, ..before.clone() });
        Ok(step)
    }
}

impl Plan for MoveCluster {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let cluster: Cluster = there.get(self.cluster.0)?;
        let mut clusters = groups(there, cluster.workshop)?;
        let mut step = Step::new(Say::new("step-group-move"));
        if let Some(at) = clusters.iter().position(|known| known.id == cluster.id) {
            shift(&mut clusters, at, self.shift, &mut step);
        }
        Ok(step)
    }
}

impl Plan for TakeOut {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let mut step = Step::new(of_ideas(Say::new("step-group-take-out"), &self.ideas));
        if self.ideas.len() != 1 {
            step.label = Say::new("step-group-take-out-many").with("n", self.ideas.len());
        }
        let clusters = groups(there, self.workshop)?;
        for idea in &self.ideas {
            if let Some(own) = membership(there, &clusters, *idea)? {
                step.delete(&own);
            }
        }
        Ok(step)
    }
}

impl Plan for DissolveCluster {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let cluster: Cluster = there.get(self.cluster.0)?;
        let voted: Vec<VoteOption> = there.those("cluster", cluster.id.to_value())?;
        if !voted.is_empty() {
            return Err(No::refuse(Say::new("refused-group-voted")));
        }
        let mut step = Step::new(Say::new("step-group-dissolve"));
        for own in there.those::<ClusterIdea>("cluster", cluster.id.to_value())? {
            step.delete(&own);
        }
        step.delete(&cluster);
        Ok(step)
    }
}

/// A workshop's groups in their order.
fn groups(there: &dyn There, workshop: WorkshopId) -> Result<Vec<Cluster>, No> {
    let mut clusters: Vec<Cluster> = there.those("workshop", workshop.to_value())?;
    clusters.sort_by_key(|cluster| (cluster.rank, cluster.id));
    Ok(clusters)
}

/// Where among these groups an idea is.
fn membership(
    there: &dyn There,
    clusters: &[Cluster],
    idea: IdeaId,
) -> Result<Option<ClusterIdea>, No> {
    let all: Vec<ClusterIdea> = there.those("idea", idea.to_value())?;
    let here = |own: &ClusterIdea| clusters.iter().any(|cluster| cluster.id == own.cluster);
    Ok(all.into_iter().find(here))
}
