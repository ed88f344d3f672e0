import { View } from '@tarojs/components';
import { limits } from '@contract/limits';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { Icon } from '@/components/icon';
import { staff } from '@/wording/staff';
import { classesOf, type InviteForm } from './form';
import './classes.scss';

interface Props {
  form: InviteForm;
  onChange: (part: Pick<InviteForm, 'classes' | 'className'>) => void;
}

/** A teacher's classes, in the school's own words; one tap takes one out again. */
export function Classes({ form, onChange }: Props) {
  const { classes, className } = form;
  const added = classesOf(form);
  return (
    <Card>
      <View className="t-strong">{staff.inviteClasses}</View>
      {classes.length > 0 ? (
        <View className="row row--wrap classes">
          {classes.map((one) => (
            <View
              key={one}
              className="classes__one"
              hoverClass="card--pressed"
              ariaRole="button"
              ariaLabel={staff.removeClass(one)}
              onClick={() =>
                onChange({ classes: classes.filter((other) => other !== one), className })
              }
            >
              <View>{one}</View>
              <Icon name="x" size="small" />
            </View>
          ))}
        </View>
      ) : null}
      <View className="row classes__new">
        <View className="grow">
          <Field
            id="class"
            label={staff.inviteClasses}
            value={className}
            placeholder={staff.inviteClassExample}
            maxLength={limits.classNameCharacters}
            onChange={(text) => onChange({ classes, className: text })}
          />
        </View>
        <Button
          id="add-class"
          look="soft"
          label={staff.addClass}
          disabled={added.length === classes.length}
          onTap={() => onChange({ classes: added, className: '' })}
        />
      </View>
    </Card>
  );
}
